using System.Globalization;

namespace SayNo.Web.Localization;

/// <summary>Turns a plural expression into a function: numbers, n, parentheses, ! * / % + - comparisons, &amp;&amp; || and ?:, as in C.</summary>
internal sealed class PluralExpression(string text, Func<string, Exception> error)
{
    private const int MostNesting = 50;

    // By precedence, weakest first; longer signs before the shorter ones they begin with.
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private int _at;
    private int _nesting;

    public Func<long, long> Parse()
    {
        var result = Ternary();
        Skip();

        return _at == text.Length ? result : throw error($"\"{text[_at..]}\" was not expected.");
    }

    private Func<long, long> Ternary()
    {
        if (++_nesting > MostNesting)
        {
            throw error("The expression is nested too deeply.");
        }

        var condition = Binary(0);

        if (Take("?"))
        {
            var yes = Ternary();

            if (!Take(":"))
            {
                throw error("A \"?\" has no \":\".");
            }

            var no = Ternary();
            _nesting--;

            return n => condition(n) != 0 ? yes(n) : no(n);
        }

        _nesting--;

        return condition;
    }

    private Func<long, long> Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);

        while (Levels[level].FirstOrDefault(Take) is { } sign)
        {
            left = Apply(sign, left, Binary(level + 1));
        }

        return left;
    }

    private static Func<long, long> Apply(string sign, Func<long, long> left, Func<long, long> right) => sign switch
    {
        "||" => n => left(n) != 0 || right(n) != 0 ? 1 : 0,
        "&&" => n => left(n) != 0 && right(n) != 0 ? 1 : 0,
        "==" => n => left(n) == right(n) ? 1 : 0,
        "!=" => n => left(n) != right(n) ? 1 : 0,
        "<=" => n => left(n) <= right(n) ? 1 : 0,
        ">=" => n => left(n) >= right(n) ? 1 : 0,
        "<" => n => left(n) < right(n) ? 1 : 0,
        ">" => n => left(n) > right(n) ? 1 : 0,
        "+" => n => left(n) + right(n),
        "-" => n => left(n) - right(n),
        "*" => n => left(n) * right(n),
        "/" => n => right(n) is var divisor && divisor == 0 ? 0 : left(n) / divisor,
        _ => n => right(n) is var divisor && divisor == 0 ? 0 : left(n) % divisor,
    };

    private Func<long, long> Unary()
    {
        if (Take("!"))
        {
            if (++_nesting > MostNesting)
            {
                throw error("The expression is nested too deeply.");
            }

            var operand = Unary();
            _nesting--;

            return n => operand(n) == 0 ? 1 : 0;
        }

        if (Take("("))
        {
            var inner = Ternary();

            return Take(")") ? inner : throw error("A parenthesis is not closed.");
        }

        return Take("n") ? n => n : Number();
    }

    private Func<long, long> Number()
    {
        Skip();
        var start = _at;

        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return long.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? _ => number
            : throw error($"A number or n was expected at \"{text[start..]}\".");
    }

    private bool Take(string sign)
    {
        Skip();

        if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) != 0 || (sign == "!" && _at + 1 < text.Length && text[_at + 1] == '='))
        {
            return false;
        }

        _at += sign.Length;

        return true;
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }
}
