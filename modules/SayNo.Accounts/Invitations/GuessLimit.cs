namespace SayNo.Accounts.Invitations;

/// <summary>The brake on links that do not exist: guessing 256 bits is hopeless anyway, this keeps it from being a burden on the database.</summary>
public sealed class GuessLimit(TimeProvider time) : Brake(time, GuessesPerWindow)
{
    public const int GuessesPerWindow = 60;
}
