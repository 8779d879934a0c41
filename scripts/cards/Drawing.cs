using System.Globalization;
using System.Net;

namespace Cards;

/// <summary>Draws cards and icons as SVG in the colours of the theme: flat, so that few colours and few bytes are enough.</summary>
internal static class Drawing
{
    public const int Width = 1200;
    public const int Height = 630;

    private const string Deep = "#0d4648";
    private const string OnDeep = "#fdf8ee";
    private const string Amber = "#ffd27a";
    private const int Edge = 90;

    private static readonly int[] Sizes = [118, 58, 46];
    private static readonly int[] Baselines = [270, 370, 545];

    /// <summary>A page with a card in it. Lines that are too long are made smaller, never cut.</summary>
    /// <param name="locale">The language of the lines.</param>
    /// <param name="lines">The biggest first; the last one of three stands at the foot.</param>
    public static string Card(string locale, IReadOnlyList<string> lines)
    {
        var isRightToLeft = CultureInfo.GetCultureInfo(locale).TextInfo.IsRightToLeft;
        var start = isRightToLeft ? Width - Edge : Edge;
        var texts = lines.Select((line, number) => Line(line, number == lines.Count - 1 ? Sizes.Length - 1 : number, isRightToLeft));

        return $$"""
            <!doctype html><html lang="{{locale}}" dir="{{(isRightToLeft ? "rtl" : "ltr")}}"><meta charset="utf-8"><title>Card</title>
            <style>body { margin: 0 } svg { display: block; font-family: "Liberation Sans", Arial, "DejaVu Sans", sans-serif }</style>
            <svg xmlns="http://www.w3.org/2000/svg" width="{{Width}}" height="{{Height}}" viewBox="0 0 {{Width}} {{Height}}">
            <rect width="{{Width}}" height="{{Height}}" fill="{{Deep}}"/>
            <rect y="{{Height - 18}}" width="{{Width}}" height="18" fill="{{Amber}}"/>
            <circle cx="{{(isRightToLeft ? start - 26 : start + 26)}}" cy="528" r="26" fill="{{Amber}}"/>
            {{string.Concat(texts)}}
            </svg></html>
            """;
    }

    /// <summary>A page with the icon in it: to the edges, since telephones cut their own corners, or with round corners for a tab.</summary>
    public static string Icon(int size, bool hasCorners) => $$"""
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Icon</title><style>body { margin: 0 } svg { display: block }</style>
        <svg xmlns="http://www.w3.org/2000/svg" width="{{size}}" height="{{size}}" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="{{(hasCorners ? 8 : 0)}}" fill="{{Deep}}"/><circle cx="16" cy="16" r="7" fill="{{Amber}}"/>
        </svg></html>
        """;

    /// <summary>A drawing of an icon, without its round corners: who shows it rounds them itself.</summary>
    public static string Icon(int size, string svg) => $$"""
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Icon</title><style>body { margin: 0 } svg { display: block; width: {{size}}px }</style>
        {{svg.Replace("rx=\"8\"", "", StringComparison.Ordinal)}}</html>
        """;

    private static string Line(string text, int place, bool isRightToLeft)
    {
        // The line at the foot stands beside the circle.
        var indent = place == Sizes.Length - 1 ? 76 : 0;
        var x = isRightToLeft ? Width - Edge - indent : Edge + indent;

        return $"""
            <text x="{x}" y="{Baselines[place]}" font-size="{Sizes[place]}" font-weight="{(place == 1 ? 400 : 700)}" fill="{(place == 1 ? Amber : OnDeep)}" data-most="{Width - (2 * Edge) - indent}">{WebUtility.HtmlEncode(text)}</text>
            """;
    }
}
