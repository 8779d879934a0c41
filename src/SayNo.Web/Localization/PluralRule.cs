using System.Globalization;

namespace SayNo.Web.Localization;

/// <summary>Which plural form a number takes: the expression in a PO file's <c>Plural-Forms</c>, which is a small part of C.</summary>
public sealed class PluralRule
{
    private const int MostForms = 6;

    private readonly Func<long, long> _form;

    private PluralRule(int count, Func<long, long> form)
    {
        Count = count;
        _form = form;
    }

    /// <summary>For a file that says nothing: one form, as gettext does.</summary>
    public static PluralRule None { get; } = new(1, _ => 0);

    public int Count { get; }

    /// <summary>The number of the form, from 0.</summary>
    public int FormOf(long number)
    {
        var form = _form(Math.Abs(number));

        return form >= 0 && form < Count ? (int)form : 0;
    }

    /// <param name="text">Such as <c>nplurals=2; plural=(n != 1);</c>.</param>
    /// <param name="error">Makes the exception for a reason.</param>
    internal static PluralRule Parse(string text, Func<string, Exception> error)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var count = parts.FirstOrDefault(part => part.StartsWith("nplurals=", StringComparison.Ordinal))?["nplurals=".Length..];
        var expression = parts.FirstOrDefault(part => part.StartsWith("plural=", StringComparison.Ordinal))?["plural=".Length..];

        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var forms) || forms is < 1 or > MostForms)
        {
            throw error($"nplurals must be a number from 1 to {MostForms}.");
        }

        if (expression is null)
        {
            throw error("plural= is missing.");
        }

        return new(forms, new PluralExpression(expression, error).Parse());
    }
}
