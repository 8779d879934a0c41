using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using SayNo.Admin.Translating;

namespace SayNo.Admin.Editing;

/// <summary>A form as it arrived: what was typed, or why it could not be read.</summary>
public sealed record PostedDraft
{
    /// <summary>The most bytes that are read at all.</summary>
    public const int MostRead = 64 * FormInputs.MostBytes;

    // A text in letters that forms write as three signs each.
    private const int LongestForm = 4 * FormInputs.MostBytes;

    public FormInputs Inputs { get; init; } = FormInputs.None;

    /// <summary>What was typed segment by segment; null for a form that is written field by field.</summary>
    public TypedSegments? Segments => SegmentInputs.Of(Inputs);

    /// <summary>The version of the source that stood beside the form; null if none did.</summary>
    public string? SourceId { get; private init; }

    /// <summary>True for a small correction, which makes no translation outdated.</summary>
    public bool IsMinor { get; private init; }

    /// <summary>The version that the form was made of; null if there was none.</summary>
    public string? BasedOn { get; private init; }

    /// <summary>What the editor says about the change.</summary>
    public string? Comment { get; private init; }

    /// <summary>Why it cannot be taken; none if it can.</summary>
    public PostRefusal? Refusal { get; init; }

    public static async Task<PostedDraft> ReadAsync(HttpContext context, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (!context.Request.HasFormContentType)
        {
            return new() { Refusal = PostRefusal.NoCookie };
        }

        if (await FormOfAsync(context.Request, ct) is not { } form)
        {
            return new() { Refusal = PostRefusal.TooLarge };
        }

        var inputs = FormInputs.Of(form);

        return new()
        {
            Inputs = inputs.IsTooLong ? FormInputs.None : inputs,
            BasedOn = form["basedOn"].ToString() is { Length: > 0 } id ? id : null,
            SourceId = form["source"].ToString() is { Length: > 0 } source ? source : null,
            IsMinor = form["minor"] == "yes",
            Comment = form["comment"].ToString().Trim() is { Length: > 0 } comment ? comment : null,
            Refusal = inputs.IsTooLong ? PostRefusal.TooLarge : await antiforgery.IsRequestValidAsync(context) ? null : PostRefusal.NoCookie,
        };
    }

    // A browser shows an answer only after it has sent everything: what is too long is read to its end and forgotten.
    private static async Task<IFormCollection?> FormOfAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            if (request.ContentLength is null or <= LongestForm)
            {
                return await request.ReadFormAsync(ct);
            }
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException)
        {
            // Too long after all: see below.
        }

        try
        {
            await request.Body.CopyToAsync(Stream.Null, ct);
        }
        catch (BadHttpRequestException)
        {
            // Even longer than what is read at all: the connection ends here.
        }

        return null;
    }
}

/// <summary>Why a form cannot be taken as it arrived.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Sentence">The English sentence that PO files translate.</param>
public sealed record PostRefusal(int Status, string Sentence)
{
    public static readonly PostRefusal NoCookie = new(
        StatusCodes.Status400BadRequest,
        "The form came back without its cookie, or was open for too long, and nothing was saved. Your text is still here: save it again.");

    public static readonly PostRefusal TooLarge = new(
        StatusCodes.Status413PayloadTooLarge,
        "The text is too long and was not saved: a form holds at most 1 MB. What was kept of it before is shown here.");

    public static readonly PostRefusal OutOfOrder = new(
        StatusCodes.Status503ServiceUnavailable,
        "Something is wrong on our side and nothing was saved. Your text is still here: save it again in a minute.");
}
