namespace SayNo.Accounts.SignIn;

/// <summary>The addresses of signing in, with the page to go back to afterwards.</summary>
public static class SignInAddress
{
    public const string SignIn = "/admin/sign-in";

    /// <summary>Where the code is asked for.</summary>
    public const string Code = "/admin/sign-in/code";

    /// <summary>Where somebody without a second factor must set one up.</summary>
    public const string SetUp = "/admin/account/second-factor";

    public const string Parameter = "return";

    private const string Home = "/admin";

    private const int Longest = 1000;

    /// <param name="target">The page to go back to.</param>
    /// <param name="notice">What the sign-in page says on top, if anything.</param>
    public static string Returning(string target, string? notice = null) =>
        notice is null ? With(SignIn, target) : $"{SignIn}?{Parameter}={Uri.EscapeDataString(TargetOf(target))}&notice={notice}";

    /// <summary>The sign-in for somebody whose own is too old for what they want to change.</summary>
    public static string Again(string target) => Returning(target, "fresh");

    /// <summary>Where it goes on after the password.</summary>
    public static string NextStep(bool hasSecondFactor, string target) => With(hasSecondFactor ? Code : SetUp, target);

    /// <summary>The page to go back to: one of this admin, whatever the address says.</summary>
    public static string TargetOf(string? text) =>
        text is { Length: <= Longest } && (text == Home || text.StartsWith(Home + "/", StringComparison.Ordinal) || text.StartsWith(Home + "?", StringComparison.Ordinal))
        && !text.Any(sign => sign == '\\' || char.IsControl(sign) || char.IsWhiteSpace(sign))
        && !text.StartsWith(SignIn, StringComparison.Ordinal)
        && !text.Contains("..", StringComparison.Ordinal) && !text.Contains("//", StringComparison.Ordinal)
            ? text
            : Home;

    private static string With(string address, string target) =>
        TargetOf(target) is var safe && safe == Home ? address : $"{address}?{Parameter}={Uri.EscapeDataString(safe)}";
}
