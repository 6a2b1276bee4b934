// What a page is made of: each kind of element, by its name, classes and role, in each kind of element that it stands in.

export function parts() {
  const kind = (element) => [element.tagName, ...element.classList, element.getAttribute("role")].join(".");
  const elements = [...document.querySelectorAll("body *")];
  return [...new Set(elements.map((element) => `${kind(element.parentElement)} > ${kind(element)}`))];
}
