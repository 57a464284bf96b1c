package ringside.core.format;

/** A tool that prints a JSON document, with whatever stands around it. */
public interface JsonTool extends ToolFormat {
    /** A document is whole or damaged. */
    @Override
    default OddBytes oddBytes(byte[] output) {
        return OddBytes.REFUSED;
    }
}
