using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>One way into the site as its routing knows it: a method, an address and, for a form, which of the page's acts.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Pattern">The address as it is declared, with a slash before it.</param>
/// <param name="Handler">The act of a page; empty for its only or first one.</param>
internal sealed partial record FoundDoor(string Method, string Pattern, string Handler)
{
    /// <summary>As the table names it.</summary>
    public string Name
    {
        get
        {
            var address = Constraint().Replace(Pattern, "}").ToLowerInvariant();
            var page = address.EndsWith("/index", StringComparison.Ordinal) ? address[..^"/index".Length] : address;

            return $"{Method} {page}{(Handler.Length == 0 ? "" : "?handler=" + Handler)}";
        }
    }

    /// <summary>All that a site has, with every act of every page.</summary>
    public static async Task<IReadOnlyList<FoundDoor>> AllAsync(IServiceProvider services)
    {
        var doors = new List<FoundDoor>();

        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
                doors.AddRange(compiled.HandlerMethods.Select(act => new FoundDoor(act.HttpMethod.ToUpperInvariant(), pattern, act.Name ?? "")));
                continue;
            }

            doors.AddRange((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
                .Where(method => method != HttpMethods.Head).Select(method => new FoundDoor(method, pattern, "")));
        }

        return [.. doors.Distinct()];
    }

    /// <summary>The address with values in the places of its parameters.</summary>
    public string Address(Func<string, string> value)
    {
        // In small letters as links have it: a browser sends no cookie of /admin to /Admin.
        var address = Pattern.StartsWith("/Admin", StringComparison.Ordinal) ? Pattern.ToLowerInvariant() : Pattern;

        return Parameter().Replace(address, match => value(match.Groups[1].Value));
    }

    [GeneratedRegex(@":[^/]*?\}(?=/|$)")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{\**([a-zA-Z]+)[^/]*?\}(?=/|$|\.)")]
    private static partial Regex Parameter();
}
