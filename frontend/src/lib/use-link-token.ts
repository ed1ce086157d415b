import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";

/**
 * The secret that stands behind the # of a link; empty if there is none. It leaves the address bar
 * and the history at once.
 */
export function useLinkToken(): string {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState("");
  useEffect(() => {
    if (hash !== "") {
      setToken(hash.slice(1));
      void navigate(pathname, { replace: true });
    }
  }, [hash, pathname, navigate]);
  return hash.slice(1) || token;
}
