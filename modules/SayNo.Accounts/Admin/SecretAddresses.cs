using Microsoft.Extensions.Logging;

namespace SayNo.Accounts.Admin;

/// <summary>
/// Silences the parts of the framework that write the address of a request into the log, at whatever level the log is set:
/// the address of an invitation is a password for a day.
/// </summary>
public static class SecretAddresses
{
    private static readonly string[] Writers =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.HttpLogging",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.StaticFiles",
        "Microsoft.AspNetCore.Mvc.ModelBinding",
    ];

    // Later rules win, and these are added after those of the settings.
    public static void KeepOutOfLogs(LoggerFilterOptions options)
    {
        foreach (var writer in Writers)
        {
            options.Rules.Add(new(null, writer, LogLevel.Warning, null));
        }
    }
}
