using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SayNo.Content.Fields;

namespace SayNo.Web.Media;

/// <summary>Reads a file of captions (WebVTT), and says in which line it would leave a reader behind.</summary>
public sealed partial class WebVtt(byte[] file)
{
    private const int MostLines = 2;
    private const int MostSigns = 42;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<Sentence> _problems = [];

    private TimeSpan _begin;
    private TimeSpan _end;

    /// <summary>What is wrong, each with its line, the first line being 1.</summary>
    public IReadOnlyList<Sentence> Problems()
    {
        if (ReadLines() is not { } lines)
        {
            return ["The captions are not written in UTF-8. Please save the file in that encoding."];
        }

        if (!Header().IsMatch(lines[0]))
        {
            return ["Line 1 of the captions must be the word WEBVTT."];
        }

        if (lines.Length > 1 && lines[1].Contains("-->", StringComparison.Ordinal))
        {
            return ["Line 2 of the captions must be empty."];
        }

        var cues = ReadBlocks(lines);

        return _problems.Count == 0 && cues == 0 ? ["The file holds no captions."] : _problems;
    }

    private string[]? ReadLines()
    {
        try
        {
            return Strict.GetString(file).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Reads the blocks between empty lines, without the header, and counts the captions.</summary>
    private int ReadBlocks(string[] lines)
    {
        var cues = 0;
        var start = Array.FindIndex(lines, line => line.Length == 0);

        while (start >= 0 && (start = Array.FindIndex(lines, start, line => line.Length > 0)) >= 0)
        {
            var end = Array.FindIndex(lines, start, line => line.Length == 0);
            cues += ReadBlock(lines[start..(end < 0 ? lines.Length : end)], start + 1) ? 1 : 0;
            start = end;
        }

        return cues;
    }

    private bool ReadBlock(string[] block, int line)
    {
        if (Remark().IsMatch(block[0]))
        {
            return false;
        }

        // A caption may have a name above its times.
        var times = block[0].Contains("-->", StringComparison.Ordinal) || block.Length == 1 ? 0 : 1;

        if (Times().Match(block[times]) is not { Success: true } found)
        {
            _problems.Add($"Line {line + times} of the captions must be two times, such as 00:01.000 --> 00:03.500.");

            return false;
        }

        CheckTimes(Time(found.Groups["begin"].Value), Time(found.Groups["end"].Value), line + times);
        CheckText(block[(times + 1)..], line + times);

        return true;
    }

    private void CheckTimes(TimeSpan begin, TimeSpan end, int line)
    {
        if (end <= begin)
        {
            _problems.Add($"Line {line} of the captions: the caption must end after it begins.");
        }

        if (begin < _begin)
        {
            _problems.Add($"Line {line} of the captions: this caption comes before the one above it. Put them in order.");
        }
        else if (begin < _end)
        {
            _problems.Add($"Line {line} of the captions: this caption begins before the one above it has ended.");
        }

        _begin = begin;
        _end = end;
    }

    private void CheckText(string[] text, int timesLine)
    {
        if (text.Length == 0)
        {
            _problems.Add($"Line {timesLine} of the captions: the caption has no text.");
        }

        if (text.Length > MostLines)
        {
            _problems.Add($"Line {timesLine} of the captions: a caption has {MostLines} lines at most, this one has {text.Length}.");
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (Length(text[i]) is > MostSigns and var length)
            {
                _problems.Add($"Line {timesLine + 1 + i} of the captions has {length} signs. Nobody reads more than {MostSigns} in time.");
            }
        }
    }

    /// <summary>What the reader sees of a line: no marks, and an accent together with its letter.</summary>
    private static int Length(string text) => new StringInfo(WebUtility.HtmlDecode(Mark().Replace(text, ""))).LengthInTextElements;

    private static TimeSpan Time(string text)
    {
        var parts = text.Split(':', '.');
        var hours = parts.Length == 4 ? int.Parse(parts[0], CultureInfo.InvariantCulture) : 0;
        var rest = parts[^3..].Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();

        return new(0, hours, rest[0], rest[1], rest[2]);
    }

    [GeneratedRegex(@"\AWEBVTT([ \t].*)?\z")]
    private static partial Regex Header();

    [GeneratedRegex(@"\A(NOTE|STYLE|REGION)([ \t]|\z)")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\A(?<begin>(\d{2,3}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+(?<end>(\d{2,3}:)?[0-5]\d:[0-5]\d\.\d{3})([ \t].*)?\z")]
    private static partial Regex Times();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Mark();
}
