using SayNo.Content.Fields;

namespace SayNo.Media.Files;

/// <summary>A file that must not come into the library. It ends the reading wherever that stands, and is caught where reading began.</summary>
internal sealed class UnusableFileException(FileFault fault, Sentence sentence) : Exception(sentence)
{
    public FileFault Fault => fault;

    /// <summary>What is wrong and what to do, for whoever chose the file.</summary>
    public Sentence Sentence => sentence;

    public static UnusableFileException Broken => new(FileFault.Broken, "The file is damaged or ends too early. Try to open it on your device, and save it anew.");
}

/// <summary>What is wrong with a file, for scripts that can help.</summary>
public enum FileFault
{
    /// <summary>Of a kind that the library does not take.</summary>
    Kind,
    Broken,

    /// <summary>Too many bytes or pixels.</summary>
    TooLarge,

    /// <summary>A photograph that lies on its side until a program turns it.</summary>
    Turned,

    /// <summary>Captions with mistakes.</summary>
    Captions,
}
