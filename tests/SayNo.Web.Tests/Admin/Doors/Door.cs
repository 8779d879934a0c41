namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>One line of the table: who comes through a door, by the letters of <see cref="People"/>.</summary>
/// <param name="Name">Method, address, and the act of a page.</param>
/// <param name="Own">Whom it opens to at a place in Austria.</param>
/// <param name="Other">Whom it opens to at a place in France.</param>
/// <param name="Campaign">Whom it opens to at a place of the campaign.</param>
internal sealed record Door(string Name, string Own, string Other, string Campaign)
{
    private static readonly Func<Place, (string, string)[]> Nothing = _ => [];

    /// <summary>What the form says, besides its token.</summary>
    public Func<Place, (string Name, string Value)[]> Form { get; init; } = Nothing;

    /// <summary>What stands behind the question mark.</summary>
    public Func<Place, (string Name, string Value)[]> Query { get; init; } = Nothing;

    /// <summary>What is sent beside the address and the form.</summary>
    public Func<Place, (string Name, string Value)[]> Headers { get; init; } = Nothing;

    /// <summary>What the act takes away cannot be taken away twice.</summary>
    public bool Spends { get; init; }

    /// <summary>Whoever may write but not go on has saved a draft before they are refused: their text is not lost.</summary>
    public bool SavesFirst { get; init; }

    /// <summary>It asks nothing about a place, so one place is like another.</summary>
    public bool IsPlain => Own == Other && Other == Campaign && Query == Nothing;

    public bool OpensTo(char person, string scope) => (scope switch
    {
        Doors.Own => Own,
        Doors.Other => Other,
        _ => Campaign,
    }).Contains(person, StringComparison.Ordinal);
}

/// <summary>The owners of the places.</summary>
internal static class Doors
{
    public const string Own = "AT";
    public const string Other = "FR";
    public const string Campaign = "EU";

    public static IReadOnlyList<string> Scopes { get; } = [Own, Other, Campaign];
}
