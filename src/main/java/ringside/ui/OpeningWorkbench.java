package ringside.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.comparison.Answer;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.Scan;
import ringside.core.experiment.Offer;
import ringside.core.feature.FeatureMatrix;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer;
import ringside.core.format.Outcome;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.image.Images;
import ringside.core.probe.ProbeStore;
import ringside.core.result.ResultStore;
import ringside.core.trial.Trials;
import ringside.ui.comparison.CompareSources;
import ringside.ui.digitise.DigitiseSources;
import ringside.ui.trial.TrialModel;
import ringside.workbench.Workbench;

/**
 * The workbench that opens beside the window, and what pages ask of it. Who asks does so on a worker's thread and waits
 * until it is open.
 */
final class OpeningWorkbench implements Supplier<Workbench> {
    private final Supplier<CompletableFuture<Workbench>> reopen;
    private volatile CompletableFuture<Workbench> workbench;

    /** @param reopen tries once more where the first time failed */
    OpeningWorkbench(CompletableFuture<Workbench> workbench, Supplier<CompletableFuture<Workbench>> reopen) {
        this.workbench = workbench;
        this.reopen = reopen;
    }

    /**
     * Waits for it; on worker threads only.
     *
     * @throws RingsideException why it cannot be opened
     */
    @Override
    public Workbench get() {
        try {
            return workbench.get();
        } catch (InterruptedException cancelled) {
            throw new Progress.Cancelled();
        } catch (ExecutionException failed) {
            throw RingsideException.from(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    ResultStore store() {
        return get().store();
    }

    void again() {
        workbench = reopen.get();
    }

    void whenOpen(Runnable then) {
        workbench.thenRun(then);
    }

    /** Empty while it is not open yet, and where it could not be. */
    Optional<Workbench> ifOpen() {
        return workbench.isDone() && !workbench.isCompletedExceptionally()
                ? Optional.of(workbench.join())
                : Optional.empty();
    }

    CompareSources comparison() {
        return new CompareSources() {
            @Override
            public FeatureMatrix matrix() {
                return Workbench.catalogue().matrix();
            }

            @Override
            public Answer.Sources of(FeatureMatrix matrix) {
                return get().sources(matrix, Workbench.claims());
            }

            @Override
            public void report(Answer answer, FeatureMatrix matrix, Path folder) {
                get().report(matrix).write(answer, folder);
            }
        };
    }

    Renderer renderer() {
        return new Renderer() {
            @Override
            public Drawing draw(Plot plot, Look look) {
                return get().renderer().draw(plot, look);
            }

            @Override
            public void write(Plot plot, Look look, Medium medium, Map<String, String> texts, OutputStream out)
                    throws IOException {
                get().renderer().write(plot, look, medium, texts, out);
            }
        };
    }

    TrialModel.Bench trials() {
        return new TrialModel.Bench() {
            @Override
            public List<Offer> offers() {
                return Offer.of(Workbench.hypervisors(), Target.LOCAL, AccessQuestions.NOBODY);
            }

            @Override
            public Trials trials() {
                return Workbench.trials(Images.USUAL, Optional.empty());
            }

            @Override
            public ProbeStore answers() {
                return get().probes();
            }
        };
    }

    DigitiseSources digitising() {
        return new DigitiseSources() {
            @Override
            public Scan open(Path file, int page, int dpi) {
                return Workbench.scans().open(file, page, dpi);
            }

            @Override
            public Outcome keep(Digitisation figure, Progress progress) {
                return get().keeping().keep(figure, progress);
            }
        };
    }
}
