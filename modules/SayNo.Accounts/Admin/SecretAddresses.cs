using Microsoft.Extensions.Logging;

namespace SayNo.Accounts.Admin;

/// <summary>
/// Silences the parts of the framework that write the address of a request into the log, at whatever level the log is set:
/// the address of an invitation is a password for a day.
/// </summary>
public static class SecretAddresses
{
    private static readonly (string Writer, LogLevel Level)[] Writers =
    [
        // Its scope, which every line of a request carries, holds the address too. It exists unless the writer is silent.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        ("Microsoft.AspNetCore.HttpLogging", LogLevel.None),
        ("Microsoft.AspNetCore.Authentication", LogLevel.None),
        ("Microsoft.AspNetCore.Routing", LogLevel.Warning),
        ("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning),
        ("Microsoft.AspNetCore.Mvc.ModelBinding", LogLevel.Warning),
    ];

    // Later rules win, and these are added after those of the settings.
    public static void KeepOutOfLogs(LoggerFilterOptions options)
    {
        foreach (var (writer, level) in Writers)
        {
            options.Rules.Add(new(null, writer, level, null));
        }
    }
}
