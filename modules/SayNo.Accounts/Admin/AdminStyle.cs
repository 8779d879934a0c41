using System.Security.Cryptography;
using System.Text;
using SayNo.Web;

namespace SayNo.Accounts.Admin;

/// <summary>The style sheet that each page of the admin carries.</summary>
public static class AdminStyle
{
    public static string Text { get; } = StyleSheet.Minify(Read());

    /// <summary>Names <see cref="Text"/> in the Content-Security-Policy.</summary>
    public static string Hash { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}";

    private static string Read()
    {
        using var stream = typeof(AdminStyle).Assembly.GetManifestResourceStream("admin.css")
            ?? throw new InvalidOperationException("The style sheet of the admin is missing from the program.");
        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }
}
