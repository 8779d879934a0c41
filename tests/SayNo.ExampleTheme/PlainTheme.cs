using SayNo.Theme;

namespace SayNo.ExampleTheme;

/// <summary>The campaign's look in a country's colour, with a title page of its own for what is not found.</summary>
public sealed class PlainTheme : Web.Theme
{
    public override string Name => "Plain";

    public override Web.Theme Base { get; } = new SayNoTheme();
}
