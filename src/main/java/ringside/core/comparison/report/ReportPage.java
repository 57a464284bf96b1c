package ringside.core.comparison.report;

import ringside.core.HtmlText;
import ringside.core.comparison.Answer;
import ringside.core.feature.FeatureMatrix;

/** A report as one page: for a screen with its figures inside it, or for paper. */
final class ReportPage {
    private static final String STYLE = """
            body { font: 15px/1.5 'Liberation Sans', Arial, Helvetica, sans-serif; color: #1f2328; background: #fff;
                   max-width: 68rem; margin: 2rem auto; padding: 0 1.2rem; }
            h1, h2, h3, h4, th, strong { font-family: Helvetica, Arial, 'Liberation Sans', sans-serif; }
            h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 .3em; }
            h2 { font-size: 1.35em; border-bottom: 1px solid #d0d7de; padding-bottom: .2em; margin: 2em 0 .6em; }
            h3 { font-size: 1.05em; margin: 1.4em 0 .4em; }
            h4 { font-size: 1em; margin: 1em 0 .3em; }
            p { margin: .4em 0; } ul { margin: .3em 0 .8em; padding-left: 1.3em; } li { margin: .2em 0; }
            table { border-collapse: collapse; margin: .6em 0; font-size: .88em; }
            th, td { text-align: left; vertical-align: top; padding: .25em .8em .25em 0; border-bottom: 1px solid #eaeef2; }
            th { border-bottom: 1px solid #8c959f; } .number { text-align: right; white-space: nowrap; }
            dt { font-weight: bold; margin-top: .5em; } dd { margin: 0 0 0 1.2em; }
            .note { color: #59636e; font-size: .88em; }
            .answer { border-left: 4px solid #0969da; background: #f6f8fa; padding: .5em 1em; margin: .6em 0 1em; }
            .answer p:first-child { font-size: 1.15em; }
            pre { white-space: pre-wrap; background: #f6f8fa; padding: .5em 1em; font-size: .82em; line-height: 1.45; }
            blockquote { margin: .3em 0; padding-left: .9em; border-left: 3px solid #d0d7de; }
            nav a { margin-right: 1em; white-space: nowrap; }
            .figure svg, .figure img { width: 100%; height: auto; overflow: visible; }
            .figure { margin: 1.2em 0 .2em; }
            """;
    private static final String SCREEN = """
            nav { font-size: .9em; margin: .8em 0; }
            table { display: block; overflow-x: auto; }
            @page { size: A4; margin: 16mm 15mm; }
            @media print {
              body { font-size: 10pt; margin: 0; padding: 0; max-width: none; }
              nav { display: none; } table { display: table; } thead { display: table-header-group; }
              tr, .figure { break-inside: avoid; } h2, h3, h4, h3 + .note { break-after: avoid; } .figure { margin-bottom: 0; }
              .figure + .note { break-before: avoid; }
            }
            """;
    private static final String PAPER = """
            @page { size: A4; margin: 18mm 16mm 18mm 16mm;
                    @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #59636e;
                                    font-family: 'Liberation Sans'; } }
            body { font-size: 9.5pt; margin: 0; padding: 0; max-width: none; }
            /* The one face that is embedded, for all of it: a reader's own would break lines elsewhere */
            body, h1, h2, h3, h4, th, strong, pre, li, dt { font-family: 'Liberation Sans'; }
            ul { list-style-type: none; padding-left: .6em; } li:before { content: "\\2013\\00a0"; }
            h1, h2, h3, h4, th { color: #0b3d91; }
            h2, h3, h4 { -fs-page-break-min-height: 28mm; } dt { -fs-page-break-min-height: 16mm; }
            table { -fs-table-paginate: paginate; width: 100%; }
            tr { page-break-inside: avoid; }
            h2, h3, h4 { page-break-after: avoid; }
            nav { display: none; }
            .figure { page-break-inside: avoid; } .figure img { width: 178mm; }
            """;

    private final Answer answer;
    private final FeatureMatrix matrix;
    private final Pictures pictures;
    private final Tabulation tables;

    ReportPage(Answer answer, FeatureMatrix matrix, Pictures pictures, Tabulation tables) {
        this.answer = answer;
        this.matrix = matrix;
        this.pictures = pictures;
        this.tables = tables;
    }

    String screen() {
        return page(false);
    }

    /** Refers to pictures by their names. */
    String paper() {
        return page(true);
    }

    private String page(boolean paper) {
        var html = new Html();
        html.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                + "<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"
                + HtmlText.of("Ringside: " + answer.need().title()) + "</title>\n<style>\n" + STYLE
                + (paper ? PAPER : SCREEN) + "</style>\n</head>\n<body>\n");
        html.heading(1, "", "Which platform? " + answer.need().title());
        html.note(
                "A comparison by Ringside. Every statement names the measurements or the cells of the feature matrix it"
                        + " rests on; no statement is surer than these.");
        var body = new Html();
        new AnswerPart(answer, pictures, body).write();
        new EvidencePart(answer, matrix, pictures, tables, body).write(paper);
        MethodPart.write(answer, body);
        html.raw(body.contents()).raw(body.toString());
        return html.raw("</body>\n</html>\n").toString();
    }
}
