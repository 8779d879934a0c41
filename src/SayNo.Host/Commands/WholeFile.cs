namespace SayNo.Host.Commands;

/// <summary>Writes a file as a whole or not at all: what had the name before stays until the new content is on the disk.</summary>
internal static class WholeFile
{
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        if (Directory.Exists(path))
        {
            throw new CommandException($"{path} is a folder. Name a file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new CommandException($"{path} cannot be written: there is no such folder.");
        }

        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";

        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024))
            {
                await write(stream);
                await stream.FlushAsync();
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {exception.Message}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
