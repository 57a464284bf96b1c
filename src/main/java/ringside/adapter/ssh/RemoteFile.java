package ringside.adapter.ssh;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import ringside.core.RingsideException;

/** One file on a remote host, by SFTP. A server that has no SFTP is told by what the methods give back. */
final class RemoteFile {
    private final SshShell shell;
    private final String path;

    RemoteFile(SshShell shell, String path) {
        this.shell = shell;
        this.path = path;
    }

    /** @return false if the server has no SFTP */
    boolean write(byte[] content, boolean executable) throws InterruptedException {
        Optional<ChannelSftp> opened = open();
        if (opened.isEmpty()) return false;
        ChannelSftp channel = opened.get();
        try {
            channel.put(new ByteArrayInputStream(content), path, ChannelSftp.OVERWRITE);
            channel.chmod(executable ? 0700 : 0600, path);
            return true;
        } catch (SftpException e) {
            checkInterrupted(e);
            if (!shell.isOpen()) throw shell.lost();
            throw shell.notWritten(path, String.valueOf(e.getMessage()));
        } finally {
            channel.disconnect();
        }
    }

    /** @return empty if the server has no SFTP */
    Optional<byte[]> read(int most) throws InterruptedException {
        Optional<ChannelSftp> opened = open();
        if (opened.isEmpty()) return Optional.empty();
        ChannelSftp channel = opened.get();
        try {
            // Not closed by itself: that waits for what the server still owes, and the channel goes anyway
            byte[] bytes = channel.get(path).readNBytes(most + 1);
            if (bytes.length > most) throw notRead("it has more than " + most + " bytes");
            return Optional.of(bytes);
        } catch (SftpException | IOException e) {
            checkInterrupted(e);
            if (!shell.isOpen()) throw shell.lost();
            throw notRead(String.valueOf(e.getMessage()));
        } finally {
            channel.disconnect();
        }
    }

    /** The library takes an interrupt for a fault of the transfer. */
    private static void checkInterrupted(Exception fault) throws InterruptedException {
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            if (cause.getClass() == InterruptedIOException.class || cause instanceof InterruptedException)
                throw new InterruptedException();
    }

    private Optional<ChannelSftp> open() throws InterruptedException {
        try {
            return Optional.of(shell.channel("sftp", ChannelSftp.class, opened -> {}));
        } catch (RingsideException refused) {
            if (!shell.isOpen()) throw shell.lost();
            return Optional.empty();
        }
    }

    private RingsideException notRead(String why) {
        return new RingsideException(
                "The file " + path + " could not be read on " + shell.name() + " (" + why + ")",
                "look whether it is there, and who may read it");
    }
}
