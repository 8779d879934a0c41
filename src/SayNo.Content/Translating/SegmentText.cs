namespace SayNo.Content.Translating;

/// <summary>Texts of segments as they come from forms and files.</summary>
internal static class SegmentText
{
    public static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();

    public static bool Same(string? one, string? other) => Clean(one ?? "") == Clean(other ?? "");
}
