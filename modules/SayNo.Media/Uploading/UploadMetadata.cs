using System.Text;

namespace SayNo.Media.Uploading;

/// <summary>What a program says about the file that it is going to send: the header <c>Upload-Metadata</c> of the protocol tus.</summary>
/// <param name="Name">The name of the file on its owner's device.</param>
/// <param name="Scope">Whose it becomes.</param>
public sealed record UploadMetadata(string Name, string Scope)
{
    /// <summary>Reads the header: names and values in base 64, with commas between them; null if that is not what it says.</summary>
    public static UploadMetadata? Read(string header)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ', 2);
            var bytes = new byte[pair.Length];

            if (!Convert.TryFromBase64String(parts.Length == 2 ? parts[1] : "", bytes, out var count))
            {
                return null;
            }

            values[parts[0]] = Encoding.UTF8.GetString(bytes, 0, count);
        }

        return values.TryGetValue("filename", out var name) && values.TryGetValue("scope", out var scope) ? new(name, scope) : null;
    }
}
