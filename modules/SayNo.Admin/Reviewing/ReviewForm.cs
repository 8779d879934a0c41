namespace SayNo.Admin.Reviewing;

/// <summary>How much of a form with a comment or a reason is read.</summary>
public static class ReviewForm
{
    /// <summary>Far more than can be kept: whoever has pasted too much gets a sentence and the text back, not a connection that breaks.</summary>
    public const int MostBytes = 64 * 1024 * 1024;
}
