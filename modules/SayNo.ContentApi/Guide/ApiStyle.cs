using System.Security.Cryptography;
using System.Text;
using SayNo.Web;

namespace SayNo.ContentApi.Guide;

/// <summary>The style sheet that the pages for developers carry, and the policy that lets it in and nothing else.</summary>
public static class ApiStyle
{
    public static string Sheet { get; } = Read();

    /// <summary>Content-Security-Policy: no script, nothing from elsewhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; img-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static string Read()
    {
        using var stream = typeof(ApiStyle).Assembly.GetManifestResourceStream("api.css")
            ?? throw new InvalidOperationException("The style sheet api.css is not part of the build.");
        using var reader = new StreamReader(stream);

        return StyleSheet.Minify(reader.ReadToEnd());
    }
}
