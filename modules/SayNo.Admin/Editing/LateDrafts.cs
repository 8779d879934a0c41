using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Admin.Lists;
using SayNo.Admin.Translating;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Web.Admin;

namespace SayNo.Admin.Editing;

/// <summary>Keeps the text of a variant's form that was sent too late as if it had been kept while it was typed.</summary>
public sealed class LateDrafts(AutoSaves kept, SegmentedDrafts forms) : LateForms
{
    public override async Task<bool> KeepAsync(HttpContext context, IFormCollection form, Editor by, CancellationToken ct)
    {
        var inputs = FormInputs.Of(form);

        // Other screens of a variant send forms too; only the one with its values has inputs of this name.
        if (!inputs.All.Any() || context.GetRouteValue("id") is not string id || context.GetRouteValue("locale") is not string locale)
        {
            return false;
        }

        var basedOn = form["basedOn"].ToString() is { Length: > 0 } version ? version : null;
        var variant = LocaleInAddress.Read(locale);
        var composed = await forms.ComposedAsync(inputs, basedOn, id, variant, by, ct);

        return (await kept.KeepAsync(id, variant, basedOn, composed.ToString(), by, ct)).IsKept;
    }
}
