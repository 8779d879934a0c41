using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SayNo.Content.Published;
using SayNo.Web.Admin;
using SayNo.Web.Caching;
using SayNo.Web.Pages;

namespace SayNo.Web.Finding;

/// <summary>
/// Answers <c>/.well-known/security.txt</c> (RFC 9116), where those who found a hole read whom to tell. Whoever runs the site says it in the
/// settings; without that there is no such file, since one that leads nowhere is worse than none.
/// </summary>
internal sealed class SecurityTxt
{
    /// <summary>E-mail addresses, telephone numbers as <c>tel:</c> or https addresses, separated by spaces; the best one first.</summary>
    public const string ContactSetting = "SayNo:SecurityContact";

    /// <summary>The https address of a page that says how reports are handled.</summary>
    public const string PolicySetting = "SayNo:SecurityPolicy";

    private const string Path = "/.well-known/security.txt";

    // It is made anew every day, so that it never runs out while the site runs; a year is the most that the standard allows.
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly IReadOnlyList<string> _contacts;
    private readonly string? _policy;
    private readonly SiteAddress _site;
    private readonly TimeProvider _time;

    public SecurityTxt(IConfiguration settings, SiteAddress site, TimeProvider time, ILogger<SecurityTxt> logger)
    {
        (_site, _time) = (site, time);
        _contacts = Contacts(settings[ContactSetting] ?? "");
        _policy = settings[PolicySetting] is { } policy && IsHttps(policy) ? policy : null;

        if (_contacts.Count == 0)
        {
            logger.LogInformation("There is no {Path}: set {Setting}, so that whoever finds a hole knows whom to tell.", Path, ContactSetting);
        }
    }

    public void Map(IEndpointRouteBuilder root) => root.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], Show).ExcludeFromDescription();

    /// <summary>The contacts of a setting as URIs; none if one of them cannot be understood.</summary>
    internal static IReadOnlyList<string> Contacts(string setting)
    {
        var contacts = setting.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(one => IsHttps(one) || one.StartsWith("mailto:", StringComparison.Ordinal) || one.StartsWith("tel:+", StringComparison.Ordinal) ? one
                : one.Contains('@', StringComparison.Ordinal) && !one.Contains(':', StringComparison.Ordinal) ? $"mailto:{one}"
                : "").ToList();

        return contacts.Contains("") ? [] : contacts;
    }

    private Task Show(HttpContext context, PublishedContent published, ResponseCache cache)
    {
        if (_contacts.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return Task.CompletedTask;
        }

        return cache.ServeAsync(context, Path, "", published.Current, () => ValueTask.FromResult(Answer()));
    }

    private Answer Answer()
    {
        var today = _time.GetUtcNow().UtcDateTime.Date;
        var expires = (today + Lasts).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var lines = _contacts.Select(contact => $"Contact: {contact}")
            .Append($"Expires: {expires}")
            .Append($"Preferred-Languages: {string.Join(", ", AdminTexts.Locales)}")
            .Append($"Canonical: {_site.Of(Path)}")
            .Concat(_policy is null ? [] : [$"Policy: {_policy}"]);

        return new()
        {
            Body = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))),
            ContentType = "text/plain; charset=utf-8",
            MadeOf = [],
            ChangedAt = today,
            ValidUntil = today.AddDays(1),
        };
    }

    private static bool IsHttps(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps;
}
