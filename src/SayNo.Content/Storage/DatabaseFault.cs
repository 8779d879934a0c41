using System.Data.Common;

namespace SayNo.Content.Storage;

/// <summary>Tells failures of the database, which pass, from mistakes in the program.</summary>
public static class DatabaseFault
{
    /// <summary>EF Core wraps what the provider throws in exceptions of its own, and not always in the same.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        DbException or CmsDatabaseException or TimeoutException => true,
        _ => Is(exception.InnerException),
    };
}
