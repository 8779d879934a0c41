using Microsoft.AspNetCore.Mvc.Razor;

namespace SayNo.Web;

/// <summary>Looks for a public view in the theme first, then among the default views of the modules.</summary>
internal sealed class ThemeViewLocations(Theme theme) : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        context.AreaName is null && context.PageName is null && Theme.IsName(context.ViewName)
            ? [$"/Themes/{theme.Name}/{context.ViewName}.cshtml", $"/Views/Content/{context.ViewName}.cshtml"]
            : viewLocations;
}
