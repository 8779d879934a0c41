using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace SayNo.Web.Admin;

/// <summary>
/// The style sheets and scripts of the admin: every embedded resource of a module whose name begins with <c>admin-assets/</c>,
/// under <c>/admin/assets/</c>.
/// </summary>
public sealed class AdminAssets
{
    public const string Path = "/admin/assets/";

    private const string Prefix = "admin-assets/";

    private readonly FrozenDictionary<string, Asset> _assets;

    public AdminAssets(ModuleList modules) => _assets = modules.All.Select(module => module.GetType().Assembly)
        .Append(typeof(AdminAssets).Assembly)
        .Distinct()
        .SelectMany(AssetsOf)
        .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    internal void Map(IEndpointRouteBuilder site) => site.MapGet(Path + "{name}", Get).WithMetadata(new AllowAnonymousAttribute());

    private Results<FileContentHttpResult, NotFound> Get(string name, HttpContext context)
    {
        if (!_assets.TryGetValue(name, out var asset))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, no-cache";

        return TypedResults.File(asset.Content, asset.ContentType, entityTag: asset.Tag);
    }

    private static IEnumerable<Asset> AssetsOf(Assembly assembly)
    {
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is missing.");
            using var content = new MemoryStream();
            stream.CopyTo(content);
            var bytes = content.ToArray();

            yield return new(resource[Prefix.Length..], bytes, new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
        }
    }

    private sealed record Asset(string Name, byte[] Content, EntityTagHeaderValue Tag)
    {
        public string ContentType => System.IO.Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"{Name}: the admin has no assets of the kind {other}."),
        };
    }
}
