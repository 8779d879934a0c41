using System.Text.Encodings.Web;
using System.Text.Json;

namespace SayNo.Accounts;

/// <summary>Writes what an audit entry says something was, or became.</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string name, string value) => Of((name, value));

    public static string Of(params IEnumerable<(string Name, string Value)> members) =>
        JsonSerializer.Serialize(members.ToDictionary(member => member.Name, member => member.Value), Options);
}
