using Microsoft.Extensions.Logging;

namespace SayNo.Web.Security;

/// <summary>
/// Keeps visits out of every log (R11), also where somebody who looks for a fault lets the framework log more: these parts of it would name the
/// address that was asked for, with what was searched.
/// </summary>
internal static class UnloggedVisits
{
    private static readonly string[] Telling =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing.Matching.DfaMatcher",
        "Microsoft.AspNetCore.Server.Kestrel.BadRequests",
    ];

    // A rule for the whole name of a category stands above one for the beginning of it, wherever that comes from.
    public static void AddTo(ILoggingBuilder logging)
    {
        foreach (var category in Telling)
        {
            logging.AddFilter(category, LogLevel.None);
        }
    }
}
