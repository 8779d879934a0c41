using SayNo.Accounts.Passwords;

namespace SayNo.Web.Tests.Accounts;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("Password2026!")]
    [InlineData("P@ssw0rdP@ssw0rd")]
    [InlineData("MyPassword!2026")]
    [InlineData("qwertyuiop123")]
    [InlineData("qwertz-asdfgh")]
    [InlineData("azertyuiop!!")]
    [InlineData("123456789012")]
    [InlineData("098765432109")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("xyxyxyxyxyxyxy")]
    [InlineData("Summer2026!!!")]
    [InlineData("Sommer-Berlin")]
    [InlineData("L3tM31n!L3tM31n!")]
    [InlineData("Administrator1")]
    [InlineData("correct horse battery staple")]
    [InlineData("I love you 4ever")]
    [InlineData("sayno-campaign-2026")]
    [InlineData("Mot de passe 123")]
    [InlineData("EuropolPolice1")]
    public void What_everybody_tries_first_is_common(string password) => Assert.True(CommonPasswords.Contain(password));

    [Theory]
    [InlineData("Lavender-tractor 7 umbrella")]
    [InlineData("zebra kettle monument")]
    [InlineData("vK8#qLw2!zRt")]
    [InlineData("Der Kühlschrank tanzt leise")]
    [InlineData("μπλε τρακτέρ στη βροχή")]
    [InlineData("синий трактор под дождём")]
    public void What_somebody_made_up_is_not(string password) => Assert.False(CommonPasswords.Contain(password));

    [Theory]
    [InlineData("Ada Lovelace", "ada@police.example", "lovelace-tractor-9", true)]
    [InlineData("Zoë Müller", "z@police.example", "kettle MULLER monument", true)]
    [InlineData("Ada Lovelace", "a.byron@police.example", "kettle byron monument", true)]
    [InlineData("Ada Lo", "al@x.eu", "canada kettle monument", false)]
    public void A_password_may_not_tell_of_its_owner(string name, string email, string password, bool isRefused) =>
        Assert.Equal(isRefused, PasswordRules.Problem(password, name, email) is not null);

    [Fact]
    public void The_length_counts_letters_and_not_their_bytes()
    {
        Assert.Null(PasswordRules.Problem("трактордождь", "Ada", "ada@police.example"));
        Assert.NotNull(PasswordRules.Problem("тракторсине", "Ada", "ada@police.example"));
        Assert.NotNull(PasswordRules.Problem(new string('x', 300), "Ada", "ada@police.example"));
    }
}
