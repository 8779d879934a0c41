namespace SayNo.Content.Fields;

/// <summary>A text with headings, lists, emphasis and links, written as Markdown (CommonMark).</summary>
public sealed record MarkdownField : TextualField
{
    public override string Kind => "MarkdownField";

    public override Control Control => Control.Markdown;

    protected override string Member => "Markdown";
}
