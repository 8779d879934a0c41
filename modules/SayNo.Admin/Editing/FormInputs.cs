using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SayNo.Admin.Editing;

/// <summary>What was typed into the form of one variant, right or wrong: texts by the name of their input.</summary>
public sealed class FormInputs
{
    /// <summary>The names of inputs that hold values begin so; the field's name follows.</summary>
    public const string Prefix = "value.";

    /// <summary>The box that says whether somebody has read a text besides its translator.</summary>
    public const string Reviewed = Prefix + "is-reviewed.";

    /// <summary>The most bytes that the texts of one form may have together.</summary>
    public const int MostBytes = 1024 * 1024;

    // Letters of every script stay letters: as numbers a Greek text would be three times as long.
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, IReadOnlyList<string>> _all;

    public FormInputs(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> all) => _all = new(all, StringComparer.Ordinal);

    public static FormInputs None { get; } = new([]);

    /// <summary>The name, and the id, of a field's first input.</summary>
    public static string NameOf(string field) => Prefix + field;

    /// <summary>The inputs of a posted form that hold values.</summary>
    public static FormInputs Of(IFormCollection form) => new(form
        .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(pair => KeyValuePair.Create<string, IReadOnlyList<string>>(pair.Key, [.. pair.Value.Select(text => text ?? "")])));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static FormInputs Parse(string json) => new(
        (JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? throw new JsonException("A kept form is no JSON object."))
        .Select(pair => KeyValuePair.Create<string, IReadOnlyList<string>>(pair.Key, pair.Value)));

    public IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> All => _all;

    public bool IsTooLong => _all.Sum(pair => pair.Value.Sum(text => (long)Encoding.UTF8.GetByteCount(text))) > MostBytes;

    /// <summary>These, with others in place of those of the same names.</summary>
    public FormInputs With(FormInputs others) => new(_all.Where(pair => !others.Has(pair.Key)).Concat(others._all));

    public bool Has(string name) => _all.ContainsKey(name);

    public IReadOnlyList<string> Texts(string name) => _all.GetValueOrDefault(name) ?? [];

    /// <summary>The one text of an input; empty if it has none.</summary>
    public string Text(string name) => Texts(name) is [var first, ..] ? first : "";

    /// <summary>A JSON object: input name to list of texts.</summary>
    public override string ToString() => JsonSerializer.Serialize(_all, Letters);
}
