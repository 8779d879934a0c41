using System.Text;
using System.Text.RegularExpressions;

namespace Screenshots;

/// <summary>The letters that a site without a mail server writes into a folder.</summary>
internal sealed partial class Letters(string folder)
{
    /// <summary>The path of the invitation that a letter to somebody brings.</summary>
    public async Task<string> InvitationAsync(string email)
    {
        foreach (var file in Directory.GetFiles(folder, "*.eml"))
        {
            var letter = await File.ReadAllTextAsync(file);

            if (letter.Contains(email, StringComparison.Ordinal) && Link().Match(TextOf(letter)) is { Success: true } link)
            {
                return link.Value;
            }
        }

        throw new InvalidOperationException($"There is no invitation for {email} in {folder}.");
    }

    private static string TextOf(string letter)
    {
        var body = letter[(letter.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 1)..];

        return letter.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body.Where(sign => !char.IsWhiteSpace(sign)))))
            : body.Replace("=\r\n", "", StringComparison.Ordinal);
    }

    [GeneratedRegex("/admin/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
