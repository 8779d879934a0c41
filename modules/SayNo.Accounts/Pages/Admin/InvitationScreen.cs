using Microsoft.AspNetCore.Http;
using SayNo.Accounts.Invitations;

namespace SayNo.Accounts.Pages.Admin;

/// <summary>What the page of an invitation shows.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Title">The heading.</param>
/// <param name="Advice">What to do; none on the form.</param>
public sealed record InvitationScreen(int Status, string Title, string Advice)
{
    public static readonly InvitationScreen Form = new(StatusCodes.Status200OK, "Create your account", "");

    public static readonly InvitationScreen Created = new(
        StatusCodes.Status200OK,
        "Your account has been created.",
        "The link has been used up and no longer works. Sign in now: you then set up a second step, so that a stolen password is not enough.");

    public static readonly InvitationScreen Unknown = new(
        StatusCodes.Status404NotFound,
        "This link does not exist",
        "Check that you copied the whole address. If it still does not work, ask the person who gave you this one for a new link.");

    public static readonly InvitationScreen Used = new(
        StatusCodes.Status410Gone,
        "This link has already been used",
        "A link works once. If it was you, your account exists. If it was not you, tell the person who gave you this link at once.");

    public static readonly InvitationScreen Replaced = new(
        StatusCodes.Status410Gone,
        "This link has been replaced by a newer one",
        "Use the newest link that you were given. If you have none, ask the person who gave you this one.");

    public static readonly InvitationScreen Expired = new(
        StatusCodes.Status410Gone,
        "This link has expired",
        "A link works for 24 hours. Ask the person who gave you this one for a new one.");

    public static readonly InvitationScreen TooManyGuesses = new(
        StatusCodes.Status429TooManyRequests,
        "Please wait a minute",
        "Many links that do not exist were tried just now. Your link is not lost: open it again in a minute.");

    public static readonly InvitationScreen OutOfOrder = new(
        StatusCodes.Status503ServiceUnavailable,
        "This page cannot be shown right now",
        "Something is wrong on our side. Your link is not lost: open it again in a few minutes.");

    public static InvitationScreen Of(InvitationState state) => state switch
    {
        InvitationState.Open => Form,
        InvitationState.Used => Used,
        InvitationState.Replaced => Replaced,
        InvitationState.Expired => Expired,
        _ => Unknown,
    };
}
