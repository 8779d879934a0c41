using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SayNo.Content.Translating.Files;

/// <summary>Writes and reads segments as XLIFF 2.1, one <c>file</c> per item.</summary>
internal static class XliffExchange
{
    private const string TargetNote = "sent-target";
    private const long MostCharacters = 64 * 1024 * 1024;

    private static readonly XNamespace Core = "urn:oasis:names:tc:xliff:document:2.0";

    public static string Write(ExchangeFile file)
    {
        var items = file.Units.GroupBy(unit => unit.Name?.ItemId ?? "").Select(item => new XElement(
            Core + "file", new XAttribute("id", $"i{item.Key}"), new XAttribute("original", item.First().Place.Split(" ")[0]), item.Select(Unit)));
        var document = new XDocument(new XElement(
            Core + "xliff", new XAttribute("version", "2.1"), new XAttribute("srcLang", file.SourceLocale), new XAttribute("trgLang", file.TargetLocale), items));
        var text = new StringBuilder();

        // No indentation within texts; line ends as they are.
        using (var writer = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize }))
        {
            document.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text.Replace("<file ", "\n<file ").Replace("<unit ", "\n<unit ")}\n";
    }

    /// <exception cref="ExchangeException">The text is no such file.</exception>
    public static ExchangeFile Read(string text)
    {
        try
        {
            // Nothing is fetched from elsewhere, and nothing swells up while it is read.
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root;

            if (root?.Name != Core + "xliff" || (string?)root.Attribute("version") is not ("2.0" or "2.1"))
            {
                throw new ExchangeException(LineOf(root), "This is no XLIFF 2.1 file. Files of XLIFF 1.2 are not read: have your tool write 2.1, or PO.");
            }

            return new((string?)root.Attribute("srcLang") ?? "", (string?)root.Attribute("trgLang") ?? "",
                [.. Known(root, "file").SelectMany(file => file.Descendants(Core + "unit")).Select(UnitOf)]);
        }
        catch (XmlException exception)
        {
            throw new ExchangeException(exception.LineNumber, exception.Message);
        }
    }

    private static XElement Unit(ExchangeUnit unit, int at)
    {
        var notes = unit.Notes.Select(note => new XElement(Core + "note", new XAttribute("category", "about"), note))
            .Append(new(Core + "note", new XAttribute("category", TargetNote), unit.SentTarget ?? ExchangeUnit.NoTarget))
            .Concat(unit.Previous is { } previous ? [new XElement(Core + "note", new XAttribute("category", "previous-source"), Text(previous))] : []);
        var state = unit.Target.Length == 0 || unit.IsUnfinished ? "initial" : "translated";

        return new(
            Core + "unit", new XAttribute("id", $"u{at + 1}"), new XAttribute("name", $"{unit.Name}"), new XAttribute(XNamespace.Xml + "space", "preserve"),
            new XElement(Core + "notes", notes),
            new XElement(
                Core + "segment", new XAttribute("id", "s1"), new XAttribute("state", state),
                unit is { IsUnfinished: true, Target.Length: > 0 } ? new XAttribute("subState", "sayno:outdated") : null,
                new XElement(Core + "source", Text(unit.Source)),
                unit.Target.Length == 0 ? null : new XElement(Core + "target", Text(unit.Target))));
    }

    /// <summary>Signs that XML cannot hold stand in an element of their own.</summary>
    private static IEnumerable<XNode> Text(string text)
    {
        var start = 0;

        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]) || (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) || char.IsLowSurrogate(text[at]))
            {
                continue;
            }

            yield return new XText(text[start..at]);
            yield return new XElement(Core + "cp", new XAttribute("hex", ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture)));
            start = at + 1;
        }

        yield return new XText(text[start..]);
    }

    private static ExchangeUnit UnitOf(XElement unit)
    {
        var segments = unit.Elements().Where(element => element.Name == Core + "segment" || element.Name == Core + "ignorable").ToList();
        var translated = segments.Where(element => element.Name == Core + "segment").ToList();

        if (translated.Count == 0 || segments.Exists(segment => segment.Element(Core + "source") is null))
        {
            throw new ExchangeException(LineOf(unit), "A unit has no segment with a source.");
        }

        var target = string.Concat(segments.Select(segment => Plain(segment.Element(Core + "target") ?? (segment.Name == Core + "ignorable" ? segment.Element(Core + "source") : null))));

        return new()
        {
            Name = SegmentName.Parse((string?)unit.Attribute("name")),
            Source = string.Concat(segments.Select(segment => Plain(segment.Element(Core + "source")))),
            Target = target,
            IsUnfinished = target.Trim().Length == 0 || translated.Exists(segment => ((string?)segment.Attribute("state") ?? "initial") == "initial"),
            SentTarget = (string?)Known(unit, "notes").SelectMany(notes => Known(notes, "note")).FirstOrDefault(note => (string?)note.Attribute("category") == TargetNote),
            Line = LineOf(unit),
        };
    }

    private static string Plain(XElement? element) => element is null ? "" : string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "cp" } sign => ((char)Convert.ToInt32((string?)sign.Attribute("hex"), 16)).ToString(),
        XElement { Name.LocalName: "mrk" or "pc" } inner => Plain(inner),
        XElement { Name.LocalName: "sm" or "em" } => "",
        XElement other => throw new ExchangeException(LineOf(other), $"A text holds <{other.Name.LocalName}>, which did not stand in it when it went out."),
        _ => "",
    }));

    private static IEnumerable<XElement> Known(XElement parent, string name) => parent.Elements(Core + name);

    private static int LineOf(XElement? element) => element is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;
}
