namespace SayNo.Web.Mail;

/// <summary>Sends letters to the people of the admin. There are two: a mail server, and a folder for development.</summary>
public interface IMail
{
    /// <summary>Sends one letter. Whatever the letter is about stands, sent or not: the screen says so and shows what to hand over.</summary>
    /// <returns>Whether it was sent.</returns>
    Task<bool> SendAsync(Letter letter, CancellationToken ct);
}

/// <summary>A letter in plain text.</summary>
/// <param name="To">One e-mail address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The letter.</param>
public sealed record Letter(string To, string Subject, string Text);
