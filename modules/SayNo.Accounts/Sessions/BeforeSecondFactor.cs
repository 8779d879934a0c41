namespace SayNo.Accounts.Sessions;

/// <summary>Marks the screens that somebody reaches whose password was right and whose second factor is still to come.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSecondFactorAttribute : Attribute;
