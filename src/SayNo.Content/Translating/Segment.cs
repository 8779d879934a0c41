namespace SayNo.Content.Translating;

/// <summary>The smallest part of a text that is translated as a whole: a block of Markdown, an entry of a list, or all that a field says.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Index">Its place among the segments of the field, from 0.</param>
/// <param name="Text">What it says, without the blanks around it; the JSON of what is no text.</param>
/// <param name="Hash">By which it is known again; see <see cref="Sources.SourceHash"/>.</param>
/// <param name="IsText">False for what cannot be translated, such as a number or a film.</param>
public sealed record Segment(string Field, int Index, string Text, string Hash, bool IsText = true);
