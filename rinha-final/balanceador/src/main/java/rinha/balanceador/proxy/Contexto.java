package rinha.balanceador.proxy;

import java.util.concurrent.atomic.AtomicInteger;
import rinha.balanceador.admin.Metricas;
import rinha.balanceador.config.Config;
import rinha.balanceador.estrategia.Estrategia;
import rinha.balanceador.saude.Enderecos;
import rinha.balanceador.servidor.Grupo;

/// O que todos os laços compartilham; só o que é seguro entre threads.
///
/// @param abertas conexões de clientes em todos os laços
public record Contexto(Config config, Grupo grupo, Estrategia estrategia, Enderecos enderecos, Metricas metricas, Transporte transporte, AtomicInteger abertas) {}
