using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SayNo.Content.Fields;

/// <summary>
/// What the engine tells an editor, in English. It remembers its pattern and its values apart, so that a screen can say it in the
/// editor's language: <c>$"{label} is missing."</c> has the pattern <c>{0} is missing.</c>
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    private readonly StringBuilder _pattern;
    private readonly List<object> _values;

    /// <summary>Called by the compiler, which takes an interpolated text apart.</summary>
    public Sentence(int literalLength, int formattedCount)
    {
        _pattern = new(literalLength + (formattedCount * 3));
        _values = new(formattedCount);
    }

    /// <summary>The English sentence with places {0}, {1} ... for the values; the key of its translations.</summary>
    public string Pattern => _pattern.ToString();

    public IReadOnlyList<object> Values => _values;

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Sentence?(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var sentence = new Sentence(text.Length, 0);
        sentence.AppendLiteral(text);

        return sentence;
    }

    [return: NotNullIfNotNull(nameof(sentence))]
    public static implicit operator string?(Sentence? sentence) => sentence?.ToString();

    public void AppendLiteral(string value) =>
        _pattern.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format)
    {
        _pattern.Append('{').Append(_values.Count).Append(format is null ? "" : ":").Append(format).Append('}');
        _values.Add(value is null ? "" : value);
    }

    /// <summary>The sentence in English.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Pattern, [.. _values]);

    public bool Equals(Sentence? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
