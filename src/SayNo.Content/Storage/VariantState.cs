namespace SayNo.Content.Storage;

/// <summary>How far the draft of a variant has come. It means nothing while there is no draft.</summary>
public enum Stage
{
    /// <summary>Somebody is writing.</summary>
    Draft = 0,

    /// <summary>Waits for somebody with the right to publish.</summary>
    InReview = 1,

    /// <summary>Somebody with that right agrees; visitors do not see it yet.</summary>
    Approved = 2,
}

/// <summary>The state of an item in one locale, as editors see it.</summary>
public enum VariantState
{
    /// <summary>Nothing was written yet.</summary>
    Empty = 0,
    Draft = 1,
    InReview = 2,
    Approved = 3,

    /// <summary>Public, with nothing newer beside it.</summary>
    Published = 4,

    /// <summary>Put away: not public, and out of the lists of work.</summary>
    Archived = 5,
}
