using Microsoft.AspNetCore.Mvc.Razor;

namespace SayNo.Web;

/// <summary>Looks for a public view in the theme first, then in the one that it alters, then among the default views of the modules.</summary>
internal sealed class ThemeViewLocations(Theme theme) : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        context.AreaName is null && context.PageName is null && Theme.IsName(context.ViewName)
            ? [.. theme.Chain.Select(one => $"/Themes/{one.Name}").Append("/Views/Content").Select(folder => $"{folder}/{context.ViewName}.cshtml")]
            : viewLocations;
}
