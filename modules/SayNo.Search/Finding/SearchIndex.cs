using System.Data.Common;
using SayNo.Content;
using SayNo.Web.Searching;

namespace SayNo.Search.Finding;

/// <summary>All there is to find in one language, in an FTS5 table that holds words and no texts. One thread at a time may use it.</summary>
internal sealed class SearchIndex : IDisposable
{
    // A word in the title says more than one that an editor or the country added, and that more than one in the text.
    private const string Ranked = "SELECT rowid, -bm25(found, 10.0, 5.0, 1.0) FROM found WHERE found MATCH $words";
    private const int MostCloseWords = 30;
    private const int LongestJoinedTitle = 30;

    private readonly DbConnection _database;
    private readonly IReadOnlyList<SearchEntry> _entries;

    public SearchIndex(DbConnection database, IReadOnlyList<SearchEntry> entries)
    {
        (_database, _entries) = (database, entries);
        Run("PRAGMA journal_mode = OFF; PRAGMA cache_size = -512;");
        Run("BEGIN; CREATE VIRTUAL TABLE found USING fts5(title, keywords, body, content = '', tokenize = 'unicode61 remove_diacritics 0');");
        Fill();
        Run("INSERT INTO found(found) VALUES ('optimize'); COMMIT; CREATE VIRTUAL TABLE vocabulary USING fts5vocab(found, row);");
    }

    public void Dispose() => _database.Dispose();

    /// <summary>What fits, the best first.</summary>
    public Findings Find(SearchQuery query)
    {
        var close = new List<string>();
        var perWord = (query.Phone.Length > 0 ? [Numbers(query)] : query.Words.Select(word => Scores(word, close))).Where(scores => scores.Count > 0);
        var totals = new Dictionary<int, (double Score, double Weight)>();

        foreach (var scores in perWord)
        {
            // The fewer entries have a word, the more it says of what was meant.
            var weight = Math.Log(1 + (double)_entries.Count / scores.Count);

            foreach (var (entry, score) in scores)
            {
                var (sum, weights) = totals.GetValueOrDefault(entry);
                totals[entry] = (sum + score, weights + weight);
            }
        }

        var enough = totals.Count == 0 ? 0 : totals.Values.Max(total => total.Weight) / 2;
        var found = totals.Where(total => total.Value.Weight > enough)
            .Select(total => (Place: total.Key, Entry: _entries[total.Key], total.Value.Weight, total.Value.Score))
            .OrderByDescending(one => one.Weight).ThenByDescending(one => one.Entry.IsInOrder ? 0 : one.Score).ThenBy(one => one.Place)
            .Select(one => new Finding(one.Place, one.Entry));

        return new([.. found], new(query.Words, close));
    }

    private Dictionary<int, double> Scores(string word, List<string> close)
    {
        const double beginning = 0.5;
        var scores = Matches($"\"{word}\" *", beginning);

        foreach (var (entry, score) in Matches($"\"{word}\"", 1))
        {
            scores[entry] = Math.Max(scores.GetValueOrDefault(entry), score);
        }

        if (scores.Count > 0)
        {
            return scores;
        }

        var words = CloseTo(word);
        close.AddRange(words);

        return words.Count == 0 ? [] : Matches(string.Join(" OR ", words.Select(one => $"\"{one}\"")), beginning);
    }

    private Dictionary<int, double> Matches(string words, double weight)
    {
        using var command = Command(Ranked, ("$words", words));
        using var reader = command.ExecuteReader();
        var matches = new Dictionary<int, double>();

        while (reader.Read())
        {
            matches[(int)reader.GetInt64(0)] = weight * reader.GetDouble(1);
        }

        return matches;
    }

    /// <summary>Words that may have been meant: with slips, with another ending, or with this one inside.</summary>
    private List<string> CloseTo(string typed)
    {
        using var command = Command("SELECT term FROM vocabulary");
        using var reader = command.ExecuteReader();
        var words = new List<string>();

        while (reader.Read() && words.Count < MostCloseWords)
        {
            var word = reader.GetString(0);

            if (Spelling.IsClose(typed, word) || Spelling.IsSameStem(typed, word) || (Spelling.SlipsIn(typed) > 0 && word.Contains(typed, StringComparison.Ordinal)))
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>A number may be typed with the country's code, with a zero before it, or only as far as it is remembered.</summary>
    private Dictionary<int, double> Numbers(SearchQuery query)
    {
        const int enoughForAnyPart = 5;
        var scores = query.Words.Select(word => Matches($"\"{word}\" *", 1)).FirstOrDefault() ?? [];
        var digits = query.Phone;

        foreach (var (index, entry) in _entries.Index())
        {
            if (entry.Phone?.TrimStart('+', '0') is { } phone
                && (phone.StartsWith(digits, StringComparison.Ordinal) || (digits.Length >= enoughForAnyPart && phone.Contains(digits, StringComparison.Ordinal))))
            {
                scores[index] = double.MaxValue;
            }
        }

        return scores;
    }

    private void Fill()
    {
        using var command = Command(
            "INSERT INTO found(rowid, title, keywords, body) VALUES ($row, $title, $keywords, $body)", ("$row", 0), ("$title", ""), ("$keywords", ""), ("$body", ""));
        command.Prepare();

        foreach (var (row, entry) in _entries.Index())
        {
            command.Parameters["$row"].Value = row;
            command.Parameters["$title"].Value = WordsOf(entry.Title.Text);
            command.Parameters["$keywords"].Value = WordsOf([.. entry.Keywords, Joined(entry.Title.Text)]);
            command.Parameters["$body"].Value = WordsOf(entry.Text?.Text ?? "");
            command.ExecuteNonQuery();
        }
    }

    private static string WordsOf(params IEnumerable<string> texts) => string.Join(' ', texts.SelectMany(Words.Forms));

    // Who writes TakeItDown means Take It Down.
    private static string Joined(string title) => title.Length <= LongestJoinedTitle ? string.Concat(Words.Of(title).Select(word => word.Folded)) : "";

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(string sql, params IEnumerable<(string Name, object Value)> parameters)
    {
        var command = _database.CreateCommand();
        command.CommandText = sql;

        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>An entry that fits, and its place among all entries.</summary>
internal sealed record Finding(int Place, SearchEntry Entry);

/// <summary>What was found, and by which words.</summary>
internal sealed record Findings(IReadOnlyList<Finding> All, FoundWords Words);
