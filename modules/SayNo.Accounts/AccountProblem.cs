namespace SayNo.Accounts;

/// <summary>One thing that is wrong with what somebody entered about an account.</summary>
/// <param name="Field">Name of the field, or empty if it concerns the form as a whole.</param>
/// <param name="Sentence">What is wrong and what to do; the key under which translations stand, with places {0}, {1} ... for the values.</param>
/// <param name="Values">What stands in the places.</param>
public sealed record AccountProblem(string Field, string Sentence, params object[] Values);
