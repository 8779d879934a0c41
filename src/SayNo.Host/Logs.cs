using Microsoft.Extensions.Logging.Console;

namespace SayNo.Host;

/// <summary>What the program logs: problems, one line each, and never who visited what.</summary>
internal static class Logs
{
    public static void Add(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);

        // The keys lie in a folder that only the site's user can read; the framework warns of every other way than its own.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // The command line says why a start failed.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

        // Whoever called the database tells what it means, once; EF Core would log every failed try with its whole stack.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        // Standard output is for what the program was asked for.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
