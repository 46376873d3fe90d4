// Sizes frames of Newsprint; makes <newsprint-embed src article theme lang ui title entities>. A page that has two of
// them may have this twice. Frames of others say what they like: they keep their height.
if (!customElements.get("newsprint-embed")) {
  addEventListener("message", ({ data: d, source }) => {
    if (d && d.type === "newsprint:resize" && d.height > 0)
      for (const f of document.querySelectorAll("iframe"))
        if (f.contentWindow === source && /[?&]embed=1\b/.test(f.src)) f.style.height = Math.min(d.height, 2e4) + "px";
  });
  customElements.define("newsprint-embed", class extends HTMLElement {
    connectedCallback() {
      const u = new URL(this.getAttribute("src"), document.baseURI), f = document.createElement("iframe");
      if (!/^https?:$/.test(u.protocol)) return;
      u.searchParams.set("embed", 1);
      for (const { name, value } of this.attributes)
        if (/^(article|theme|lang|ui|title|entities)$/.test(name)) u.searchParams.set(name, value);
      Object.assign(f, { src: u, title: this.getAttribute("label") || "Newsprint", allow: "clipboard-write" });
      f.style.cssText = "border:0;width:100%;height:640px";
      this.replaceChildren(f);
    }
  });
}
