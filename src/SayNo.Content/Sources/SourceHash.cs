using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SayNo.Content.Sources;

/// <summary>The hash by which the text of one field is known again.</summary>
public static class SourceHash
{
    private const int Bytes = 16;

    /// <summary>The same for what says the same: blanks around a text and the spelling of line ends count for nothing.</summary>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);

        return HashOf(text);
    }

    /// <summary>The same for a text or a part of it.</summary>
    public static string Of(string text)
    {
        var written = new StringBuilder();
        Write(text, written);

        return HashOf(written);
    }

    private static string HashOf(StringBuilder text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Bytes));

    private static void Write(string? value, StringBuilder text) => text.Append(JsonSerializer.Serialize(value?.ReplaceLineEndings("\n").Trim()));

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Write(value.GetString(), text);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                value.EnumerateArray().ToList().ForEach(one => Write(one, text.Append(',')));
                text.Append(']');
                break;
            case JsonValueKind.Object:
                text.Append('{');

                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    Write(member.Value, text.Append(member.Name).Append(':'));
                }

                text.Append('}');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
