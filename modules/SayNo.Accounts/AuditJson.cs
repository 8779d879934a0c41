using System.Text.Encodings.Web;
using System.Text.Json;

namespace SayNo.Accounts;

/// <summary>Writes what an audit entry says something was, or became.</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string name, string value) => JsonSerializer.Serialize(new Dictionary<string, string> { [name] = value }, Options);
}
