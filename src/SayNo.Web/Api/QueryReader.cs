using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SayNo.Content.Published;

namespace SayNo.Web.Api;

/// <summary>Reads the query of one request. What it does not understand it refuses, all of it in one answer.</summary>
public sealed class QueryReader(HttpContext context, Picture picture, ApiOperation operation)
{
    private const int MostEchoedCharacters = 60;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<ProblemPlace> _errors = [];
    private ProblemType? _type;

    /// <summary>The request, or why it is refused.</summary>
    public (ApiRequest? Request, ApiProblem? Problem) Read()
    {
        if (context.Request.QueryString.HasValue)
        {
            foreach (var pair in new QueryStringEnumerable(context.Request.QueryString.Value))
            {
                Take(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            }
        }

        var request = new ApiRequest(context, picture, operation)
        {
            AskedLocale = Choice(QueryParameter.Locale),
            Country = Choice(QueryParameter.Country),
            Kind = Choice(QueryParameter.Kind),
            Limit = ReadNumber(QueryParameter.Limit, QueryParameter.LimitUnlessTold, QueryParameter.MostLimit),
            Page = ReadNumber(QueryParameter.Page, 1, QueryParameter.MostPage),
            Words = ReadWords(),
            Cursor = ReadCursor(),
        };

        return _type is null ? (request, null) : (null, new(_type, string.Join(" ", _errors.Select(error => error.Detail))) { Errors = _errors });
    }

    private void Take(string name, string value)
    {
        var known = operation.Parameters.Select(parameter => parameter.Name).ToList();

        if (!known.Contains(name))
        {
            Refuse(ProblemType.UnknownParameter, name, $"There is no query parameter \"{Short(name)}\" here. {ThereAre(known)}", known);
        }
        else if (!_values.TryAdd(name, value))
        {
            Refuse(ProblemType.UnknownParameter, name, $"The query parameter \"{name}\" is there more than once. Once is enough.", []);
        }
    }

    private string? Choice(QueryParameter parameter)
    {
        if (!_values.TryGetValue(parameter.Name, out var value))
        {
            return null;
        }

        var allowed = parameter.Allowed(picture, operation.Type);
        var found = allowed.FirstOrDefault(one => one.Equals(value, StringComparison.OrdinalIgnoreCase));

        if (found is null)
        {
            Refuse(ProblemType.InvalidParameter, parameter.Name, $"The {parameter.Name} \"{Short(value)}\" does not exist. {ThereAre(allowed)}", allowed);
        }

        return found;
    }

    private int ReadNumber(QueryParameter parameter, int unlessTold, int most)
    {
        if (!_values.TryGetValue(parameter.Name, out var value))
        {
            return unlessTold;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        Refuse(ProblemType.InvalidParameter, parameter.Name, $"The {parameter.Name} must be a whole number from 1 to {most}. \"{Short(value)}\" is none.", []);

        return unlessTold;
    }

    /// <summary>What a child typed is said to nobody, not even back.</summary>
    private string ReadWords()
    {
        if (!operation.Parameters.Contains(QueryParameter.Words))
        {
            return "";
        }

        var words = _values.GetValueOrDefault(QueryParameter.Words.Name, "").Trim();

        if (words.Length is 0 or > QueryParameter.LongestWords)
        {
            Refuse(ProblemType.InvalidParameter, QueryParameter.Words.Name, $"Say in q what to look for, in 1 to {QueryParameter.LongestWords} characters.", []);
        }

        return words;
    }

    private PageCursor? ReadCursor()
    {
        if (!_values.TryGetValue("cursor", out var value))
        {
            return null;
        }

        var cursor = PageCursor.Parse(value);

        if (cursor is null)
        {
            Refuse(ProblemType.MalformedCursor, "cursor", $"The cursor \"{Short(value)}\" is none that links.next or links.prev has given.", []);
        }

        return cursor;
    }

    private void Refuse(ProblemType type, string parameter, string detail, IReadOnlyList<string> allowed)
    {
        _type ??= type;
        _errors.Add(new("query", Short(parameter), detail, allowed));
    }

    private static string ThereAre(IReadOnlyList<string> allowed) =>
        allowed.Count == 0 ? "There are none." : $"There are: {string.Join(", ", allowed)}.";

    /// <summary>What the client sent, short enough to send back, and never half a character.</summary>
    private static string Short(string text)
    {
        var result = new StringBuilder();

        foreach (var rune in text.EnumerateRunes())
        {
            if (result.Length >= MostEchoedCharacters)
            {
                return result.Append('…').ToString();
            }

            result.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
        }

        return result.ToString();
    }
}
