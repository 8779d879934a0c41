namespace SayNo.Content.Translating.Files;

/// <summary>A PO file that cannot be used; the message names file, line and reason.</summary>
public sealed class PoException(string file, int line, string reason) : FormatException($"{file}:{line}: {reason}")
{
    public string File { get; } = file;

    public int Line { get; } = line;
}
