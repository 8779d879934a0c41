namespace SayNo.Accounts.SignIn;

/// <summary>The brake on wrong passwords and codes, for those who try one password on many accounts. Passkeys, which nobody guesses, pass it by.</summary>
public sealed class SignInBrake(TimeProvider time) : Brake(time, TriesPerWindow)
{
    public const int TriesPerWindow = 60;
}
