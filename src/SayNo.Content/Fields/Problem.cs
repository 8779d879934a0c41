namespace SayNo.Content.Fields;

/// <summary>One thing that is wrong with the values of a variant.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Sentence">What is wrong and what to do, for the editor.</param>
public sealed record Problem(string Field, Sentence Sentence);
