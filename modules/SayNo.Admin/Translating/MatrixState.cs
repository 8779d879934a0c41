using SayNo.Content.Storage;
using SayNo.Content.Translating;
using SayNo.Web.Localization;

namespace SayNo.Admin.Translating;

/// <summary>The columns of the matrix. A text that is public can be in several of them, such as with a newer draft that is outdated.</summary>
public enum MatrixState
{
    Published,

    /// <summary>In review, or approved and not published yet.</summary>
    InReview,
    Draft,

    /// <summary>Nobody has begun it.</summary>
    Missing,

    /// <summary>Its source says something else to the public by now.</summary>
    Outdated,
}

/// <summary>The words of the matrix.</summary>
public static class MatrixStates
{
    public static IReadOnlyList<MatrixState> All { get; } = Enum.GetValues<MatrixState>();

    /// <summary>As it stands in addresses.</summary>
    public static string Name(this MatrixState state) => state switch
    {
        MatrixState.Published => "published",
        MatrixState.InReview => "in-review",
        MatrixState.Draft => "draft",
        MatrixState.Missing => "missing",
        _ => "outdated",
    };

    public static MatrixState? Read(string? name) => All.Where(state => state.Name() == name).Select(state => (MatrixState?)state).FirstOrDefault();

    public static string Text(this MatrixState state, PoLocalizer l) => state switch
    {
        MatrixState.Published => l["Published"],
        MatrixState.InReview => l["In review or approved"],
        MatrixState.Draft => l["Drafts"],
        MatrixState.Missing => l["Missing"],
        _ => l["Outdated"],
    };

    /// <summary>Whether a text counts in a column; a missing one is not there to ask.</summary>
    public static bool Holds(this MatrixState state, TranslationState text) => state switch
    {
        MatrixState.Published => text.IsPublic,
        MatrixState.InReview => text.State is VariantState.InReview or VariantState.Approved,
        MatrixState.Draft => text.State == VariantState.Draft,
        MatrixState.Outdated => text.OutdatedSince is not null,
        _ => false,
    };
}
