namespace SayNo.Content.Storage;

/// <summary>The database cannot be used; the message is one or two sentences for whoever runs the site.</summary>
public sealed class CmsDatabaseException(DatabaseFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public DatabaseFailure Failure => failure;
}

/// <summary>Why a database cannot be used.</summary>
public enum DatabaseFailure
{
    /// <summary>There is no such file, server or database, or it does not answer.</summary>
    Unreachable,

    /// <summary>It may not be opened or written.</summary>
    Refused,

    /// <summary>Somebody else has been writing to it for too long.</summary>
    Busy,

    /// <summary>The file is no database, or is broken.</summary>
    Damaged,

    /// <summary>It holds the data of another program.</summary>
    Foreign,

    /// <summary>It was written by a newer version of this program.</summary>
    Newer,

    /// <summary>There is no room left to write.</summary>
    Full,
}
